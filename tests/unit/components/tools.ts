import type { DeskTools } from "@/components/playground/desk-context";
import { createDeskKeeping } from "@/components/playground/desk-keeping";
import type { DeskStore } from "@/components/playground/desk-store";
import { createKeyRing } from "@/components/playground/key-ring";
import { createModelShelf } from "@/components/playground/model-shelf";
import { createRuns } from "@/components/playground/use-runs";
import { createTokenChoice } from "@/components/tokens/token-choice";
import { BUILT_IN } from "@/lib/catalog/providers";
import { OPENAI } from "../../support/targets";

/** The tools of a desk that knows Sprout and OpenAI, without a page around it. */
export function toolsFor(store: DeskStore): DeskTools {
  const providers = [BUILT_IN, OPENAI];
  const keys = createKeyRing(providers);
  const models = createModelShelf(keys);
  const tokens = createTokenChoice();
  const [keeping, runs] = [createDeskKeeping(store), createRuns(store, keys)];
  const dialogs = { openKeys: () => {}, openShare: () => {}, openLibrary: () => {} };
  return { store, keeping, runs, providers, keys, models, tokens, ...dialogs };
}
