import { useFormatter } from "use-intl";

const MICRO = 1_000_000;

/** Millionths of a dollar as money, with as many digits as it takes to see a small sum. */
export function useMoney(): (microUsd: number) => string {
  const format = useFormatter();
  return (microUsd) =>
    format.number(microUsd / MICRO, {
      style: "currency",
      currency: "USD",
      minimumFractionDigits: 0,
      ...(microUsd >= MICRO ? { maximumFractionDigits: 2 } : { maximumSignificantDigits: 2 }),
    });
}
