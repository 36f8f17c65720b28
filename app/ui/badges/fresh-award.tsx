import { Form } from "@remix-run/react";
import type { ShownAward } from "#app/domain/badges/shown-badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { Button } from "../kit/button.tsx";
import { useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";
import { sayTier } from "./say-badge.ts";

/** The moment of earning: one calm card with the medal, until it is looked at or put aside. */
export function FreshAward({ awards }: { awards: readonly ShownAward[] }) {
  const { badges: words } = useMessages(badgesArea);
  const [first, ...others] = awards;
  if (!first) return null;
  const { id, badgeKey, tier, content } = first;
  return (
    <section
      aria-labelledby="fresh-award"
      className="overflow-hidden rounded-xl bg-night text-night-ink shadow-card"
    >
      <div className="brocade" aria-hidden="true" />
      <div className="flex flex-col items-center gap-5 p-6 text-center sm:flex-row sm:text-start">
        <Medal badge={badgeKey} {...metalOf(content.award, tier)} size="8rem" className="rise shrink-0" />
        <div className="min-w-0">
          <h2 id="fresh-award" className="text-2xl text-night-gold">
            {words.fresh.title}
          </h2>
          <p className="mt-1 text-lg">
            {words.fresh.body(words.named(content.name, sayTier(content.award, tier, words)))}
          </p>
          {others.length > 0 ? <p className="text-night-soft">{words.fresh.more(others.length)}</p> : null}
          <Form
            method="post"
            action="/huy-hieu"
            className="mt-4 flex flex-wrap justify-center gap-3 sm:justify-start"
          >
            {awards.map((award) => (
              <input key={award.id} type="hidden" name="award" value={award.id} />
            ))}
            <input type="hidden" name="first" value={id} />
            <Button type="submit" name="intent" value="see" variant="gold">
              {words.fresh.see}
            </Button>
            <Button type="submit" name="intent" value="later" variant="secondary">
              {words.fresh.thanks}
            </Button>
          </Form>
        </div>
      </div>
    </section>
  );
}
