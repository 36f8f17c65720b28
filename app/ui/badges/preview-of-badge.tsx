import type { BadgeProposal } from "#app/domain/plan/badge-proposal.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { useMessages } from "../language.tsx";
import { sayOccasion, sayTier } from "./say-badge.ts";

export interface Preview {
  readonly wouldEarn: readonly PreviewLine[];
  readonly wouldNotReach: readonly PreviewLine[];
}

interface PreviewLine {
  readonly subjectId: string;
  readonly name: string;
  readonly tier: number;
  readonly occasion: string;
}

const SHOWN = 20;

/** Whom the new version would honour at once, and whose standing award it would no longer give. */
export function PreviewOfBadge({ preview, award }: { preview: Preview; award: BadgeProposal["award"] }) {
  const { badges: words } = useMessages(badgesArea);
  return (
    <section aria-labelledby="badge-preview" className="rounded-lg bg-gold-soft p-4">
      <h3 id="badge-preview" className="text-lg">
        {words.edit.previewTitle}
      </h3>
      {preview.wouldEarn.length + preview.wouldNotReach.length === 0 ? <p>{words.edit.nobody}</p> : null}
      <Group title={words.edit.wouldEarn(preview.wouldEarn.length)} lines={preview.wouldEarn} award={award} />
      <Group
        title={words.edit.wouldNotReach(preview.wouldNotReach.length)}
        lines={preview.wouldNotReach}
        award={award}
      />
    </section>
  );
}

function Group({
  title,
  lines,
  award,
}: {
  title: string;
  lines: readonly PreviewLine[];
  award: BadgeProposal["award"];
}) {
  const { badges: words } = useMessages(badgesArea);
  if (lines.length === 0) return null;
  return (
    <>
      <p className="mt-3 font-bold">{title}</p>
      <ul className="list-disc ps-6">
        {lines.slice(0, SHOWN).map(({ subjectId, name, tier, occasion }) => (
          <li key={`${subjectId}/${occasion}/${tier}`}>
            {[name, sayTier(award, tier, words), sayOccasion(occasion, words)]
              .filter((part) => part !== "")
              .join(", ")}
          </li>
        ))}
      </ul>
      {lines.length > SHOWN ? <p>{words.edit.andMore(lines.length - SHOWN)}</p> : null}
    </>
  );
}
