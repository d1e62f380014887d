/** Every text on screen, English. `zh.ts` and any further language must have exactly these keys. */
export const en = {
  parameters: {
    temperature: { label: "Temperature", help: "Low: nearly always the likeliest token. High: unlikely ones get a chance.", low: "predictable", high: "surprising" },
  },
  rail: {},
  desk: {},
  reasons: {
    notTaken: "{model} does not take it",
    needsOther: "Works only when “{other}” is {value}",
    unknownProvider: "No one here runs this model",
  },
  errors: {
    invalid_json: "The body is not valid JSON. Send one JSON object.",
  },
};

export type Messages = typeof en;
