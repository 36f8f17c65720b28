import BadgeCheck from "lucide-react/icons/badge-check";
import Hourglass from "lucide-react/icons/hourglass";
import type { BadgeContent } from "#app/domain/badges/badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";
import { sayGoals, sayOccasion, sayTier } from "./say-badge.ts";

interface Props {
  award: {
    readonly badgeKey: string;
    readonly version: number;
    readonly content: BadgeContent;
    readonly tier: number;
    readonly occasion: string;
    readonly earnedOn: LocalDate;
    readonly bearer: string;
    readonly isMine: boolean;
    readonly subject: BadgeContent["subject"];
    readonly isByRule: boolean;
    readonly isFinal: boolean;
    readonly number: string | null;
    readonly validUntil: LocalDate | null;
    readonly revocation: {
      readonly on: LocalDate;
      readonly reason: string;
      readonly isByRule: boolean;
    } | null;
  };
}

/** The medal large, whose it is, since when, and what it asked. */
export function AwardFace({ award }: Props) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  const { content, tier, revocation } = award;
  const cast = revocation ? { metal: "clay" as const, stars: 0 } : metalOf(content.award, tier);
  const occasion = sayOccasion(award.occasion, words);
  const tierName = sayTier(content.award, tier, words);
  return (
    <section className="grid justify-items-center gap-6 rounded-xl border border-line bg-surface p-6 shadow-card sm:grid-cols-[auto_1fr] sm:items-center sm:justify-items-start sm:gap-10 sm:p-10">
      <Medal badge={award.badgeKey} {...cast} size="min(60vw, 16rem)" />
      <div className="grid gap-3 text-center sm:text-start">
        <p className="text-lg font-bold">
          {words.award.of(award.bearer)}
          {occasion === "" ? "" : `, ${occasion}`}
        </p>
        <p className="flex flex-wrap justify-center gap-2 sm:justify-start">
          {tierName === "" ? null : <Pill tone="gold">{tierName}</Pill>}
          <Pill tone="accent">{words.award.earned(format.date(award.earnedOn))}</Pill>
          {award.validUntil ? <Pill>{words.award.validUntil(format.date(award.validUntil))}</Pill> : null}
        </p>
        <p className="text-lg">{content.description}</p>
        <div>
          <h2 className="text-base font-bold">{words.award.howTitle}</h2>
          <ul className="text-ink-soft">
            {sayGoals(content.award, words, format).map(({ tier: name, text }) => (
              <li key={text}>{name === "" ? text : `${text} (${name})`}</li>
            ))}
            <li>{words.award.version(award.version)}</li>
            {award.number ? <li>{words.award.byDecision(award.number)}</li> : null}
          </ul>
        </div>
        {revocation ? (
          <Notice tone="danger">
            {words.award.revoked(format.date(revocation.on))}.{" "}
            {revocation.isByRule ? words.award.revokedByRule : words.award.revokedBecause(revocation.reason)}
          </Notice>
        ) : award.isByRule ? (
          <p className="flex items-center justify-center gap-2 text-sm text-ink-soft sm:justify-start">
            {award.isFinal ? (
              <BadgeCheck size="1.25em" aria-hidden className="shrink-0" />
            ) : (
              <Hourglass size="1.25em" aria-hidden className="shrink-0" />
            )}
            {award.isFinal ? words.award.final : words.award.running}
          </p>
        ) : null}
        {award.isMine && award.subject === "member" && !revocation ? (
          <div>
            <LinkButton to="/chung-nhan" variant="secondary">
              {words.award.certificate}
            </LinkButton>
          </div>
        ) : null}
      </div>
    </section>
  );
}
