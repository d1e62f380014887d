import { FILE_ENDING } from "./link-file";

/** Signs that some system takes for part of a path, or not at all. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;
const MOST_CHARACTERS = 80;

/** The name of the file that an experiment of this title is saved as; `untitled` where it has none that a file could bear. */
export function fileNameOf(title: string, untitled: string): string {
  const fit = [...title.replaceAll(UNFIT, " ").replaceAll(/\s+/g, " ")].slice(0, MOST_CHARACTERS).join("");
  // Some systems drop a point at the end, and hide what begins with one.
  const name = fit.replaceAll(/^[\s.]+|[\s.]+$/g, "");
  return `${name === "" ? untitled : name}${FILE_ENDING}`;
}
