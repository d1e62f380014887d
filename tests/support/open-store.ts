/**
 * A process of its own that makes one link as soon as the clock says `FADER_TEST_AT` (milliseconds since 1970), so that
 * several begin at one moment. Run by tests with `--conditions=react-server --import tsx`. Prints what was told of the link.
 */
import { createLink } from "@/lib/server/links/create-link";
import { linkDocument } from "./link-requests";

const at = Number(process.env.FADER_TEST_AT);
while (Date.now() < at) {
  // Busy on purpose: a timer would be late by some milliseconds.
}
const link = await createLink({ experiment: linkDocument() }, new Headers({ host: "localhost:3000" }));
process.stdout.write(JSON.stringify(link));
process.exit(0);
