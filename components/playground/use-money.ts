import { useFormatter } from "use-intl";

const MICRO = 1_000_000;
const CENT = 10_000;

/** Millionths of a dollar as money, with as many digits as it takes to see a small sum. */
export function useMoney(): (microUsd: number) => string {
  const format = useFormatter();
  return (microUsd) =>
    format.number(microUsd / MICRO, {
      style: "currency",
      currency: "USD",
      ...(microUsd >= CENT
        ? { minimumFractionDigits: 2, maximumFractionDigits: 3 }
        : { maximumSignificantDigits: 2 }),
    });
}
