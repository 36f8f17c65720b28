import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import type { FoundCandidate } from "#app/domain/awards/candidate.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { LinkButton } from "../../kit/link-button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";

interface CandidateSearchProps {
  title: string;
  search: string | null;
  found: readonly FoundCandidate[];
  /** Kept in the address beside the words: which review it is for. */
  kept: Readonly<Record<string, string>>;
  pathOf: (chosen: string) => string;
}

/** Words with or without marks; each line found leads to the form with what the registers know. */
export function CandidateSearch({ title, search, found, kept, pathOf }: CandidateSearchProps) {
  const { yearAwards: words } = useMessages(yearAwardsArea);
  return (
    <Card title={title}>
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 grow basis-64">
          <TextField
            name="tim"
            type="search"
            label={words.new.search}
            hint={words.new.searchHint}
            defaultValue={search ?? ""}
            required
            autoComplete="off"
          />
        </div>
        <Button type="submit" variant="secondary" icon={Search}>
          {words.new.find}
        </Button>
      </Form>
      {search !== null && found.length === 0 ? <p className="mt-4">{words.new.nothing}</p> : null}
      {found.length === 0 ? null : (
        <ul className="mt-4">
          {found.map(({ chosen, category, name, place }) => (
            <li
              key={chosen}
              className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3 first:border-t-0"
            >
              <span className="min-w-0 grow basis-48">
                <strong className="block break-words">{name}</strong>
                <span className="text-ink-soft">
                  {[words.categories[category], place].filter(Boolean).join(" · ")}
                </span>
              </span>
              <LinkButton to={pathOf(chosen)} variant="secondary" aria-label={`${words.new.choose}: ${name}`}>
                {words.new.choose}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
