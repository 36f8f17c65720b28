import { type ExactText, exact, multiply, readExact, roundHalfUp } from "#app/domain/year/exact.ts";
import { useFormat } from "../language.tsx";

const BASIS_POINTS = 10_000;

/** Exact figures as people read them: rounded for the eye alone. */
export function useExact() {
  const format = useFormat();
  return {
    points: (text: ExactText) => format.points(roundHalfUp(readExact(text))),
    percent: (text: ExactText) => format.percent(roundHalfUp(multiply(readExact(text), exact(BASIS_POINTS)))),
    /** People, asked and counted, to a tenth. */
    number: (text: ExactText) => {
      const tenths = roundHalfUp(multiply(readExact(text), exact(10)));
      return tenths % 10 === 0 ? format.number(tenths / 10) : format.number(tenths / 10, 1);
    },
  };
}
