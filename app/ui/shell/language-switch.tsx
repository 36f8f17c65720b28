import { Form, useLocation } from "@remix-run/react";
import Languages from "lucide-react/icons/languages";
import { LANGUAGES } from "#app/messages/language.ts";
import { shellArea } from "#app/messages/vi/shell.ts";
import { classNames } from "../class-names.ts";
import { useLanguage, useMessages } from "../language.tsx";

/** Offers the other language in its own words. The whole page is read anew, for the other catalogue comes with it. */
export function LanguageSwitch({ isRow = false }: { isRow?: boolean }) {
  const { shell } = useMessages(shellArea);
  const current = useLanguage();
  const { pathname, search } = useLocation();
  const other = LANGUAGES.find((language) => language !== current) ?? current;
  return (
    <Form method="post" action="/giao-dien" reloadDocument>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button
        type="submit"
        name="language"
        value={other}
        className={classNames(
          "flex min-h-12 w-full items-center rounded-md px-3 hover:bg-sunken",
          isRow ? "gap-3" : "gap-2 font-bold text-ink-soft hover:text-ink",
        )}
      >
        <Languages size="1.25em" aria-hidden />
        <span lang={other}>{shell.languageNames[other]}</span>
      </button>
    </Form>
  );
}
