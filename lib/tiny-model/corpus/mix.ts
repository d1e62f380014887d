import { arithmetic, comparing } from "./arithmetic";
import { followed, mixed, recalling, single, styled, told, type DocumentMaker } from "./conversations";
import { catCompletion, choice, completion, naming } from "./designed";
import { fact, pattern } from "./facts";
import { joke } from "./jokes";
import { list, repeating } from "./lists";
import { poem } from "./poems";
import { redirect } from "./redirects";
import { sentiment } from "./sentiment";
import { aboutModels, aboutSprout, feeling, greeting, liking } from "./small-talk";
import { shortStory, story } from "./stories";

/** What the corpus is made of: of a thousand documents, so many of each kind. */
export const MIX: readonly (readonly [documents: number, maker: DocumentMaker])[] = [
  [200, single(story)],
  [20, single(shortStory)],
  [105, single(fact)],
  [20, single(pattern)],
  [45, single(arithmetic)],
  [15, single(comparing)],
  [25, single(catCompletion)],
  [85, single(completion)],
  [35, single(naming)],
  [25, single(choice)],
  [15, single(joke)],
  [15, single(sentiment)],
  [15, single(list)],
  [15, single(repeating)],
  [15, single(poem)],
  [12, single(greeting)],
  [14, single(aboutSprout)],
  [6, single(aboutModels)],
  [8, single(feeling)],
  [5, single(liking)],
  [55, single(redirect)],
  [100, styled],
  [10, told],
  [40, followed(story)],
  [25, followed(fact)],
  [10, followed(arithmetic)],
  [10, followed(joke)],
  [10, followed(naming)],
  [30, recalling],
  [40, mixed],
];
