import type { Messages } from "./en";

/** 界面上的全部文字，简体中文。 */
export const zh: Messages = {
  parameters: {
    temperature: { label: "温度", help: "低：几乎总选最可能的词元。高：不太可能的也有机会。", low: "可预测", high: "出人意料" },
  },
  rail: {},
  desk: {},
  reasons: {
    notTaken: "{model} 不接受它",
    needsOther: "仅当“{other}”为 {value} 时有效",
    unknownProvider: "这里没有谁能运行此模型",
  },
  errors: {
    invalid_json: "请求体不是有效的 JSON。请发送一个 JSON 对象。",
  },
};
