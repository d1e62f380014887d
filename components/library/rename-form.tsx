import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { cleanName, NAME_CHARACTERS } from "@/lib/library/names";
import { renameEntry } from "./library-store";
import type { Attempt } from "./use-acts";

type RenameFormProps = { entry: { id: string; name: string }; attempt: Attempt; onDone: () => void };

/** Gives an entry another name, in the place of the old one. Escape leaves it as it is. */
export function RenameForm({ entry, attempt, onDone }: RenameFormProps) {
  const t = useTranslations("library");
  const [name, setName] = useState(entry.name);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const next = cleanName(name);
    if (next === "") return setError(t("nameNeeded"));
    void attempt(async () => {
      if (!(await renameEntry(entry.id, next))) {
        setError(t("nameTaken"));
        return undefined;
      }
      onDone();
      return t("renamed", { name: next });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // It closes the field, not the dialog around it.
    event.preventDefault();
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only hears Escape in its field
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-wrap items-center gap-2">
      <TextField
        ref={field}
        label={t("newName", { name: entry.name })}
        hideLabel
        value={name}
        maxLength={NAME_CHARACTERS}
        error={error}
        onChange={(text) => {
          setName(text);
          setError(undefined);
        }}
      />
      <Button type="submit" size="small">
        {t("use")}
      </Button>
      <Button size="small" variant="quiet" onClick={onDone}>
        {t("cancel")}
      </Button>
    </form>
  );
}
