import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { FamilyState } from "#app/domain/titles/family.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { Card } from "../kit/card.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { FamilyPill } from "./family-pill.tsx";

export interface ShownFamily {
  readonly state: FamilyState;
  readonly declaredChecklist: readonly string[];
  readonly required: readonly number[];
  readonly score: {
    readonly met: number;
    readonly least: number;
    readonly total: number;
    readonly missing: readonly number[];
    readonly isEnough: boolean;
  } | null;
  readonly declaration: {
    readonly items: readonly number[];
    readonly declaredOn: LocalDate;
    readonly recordedByName: string;
  } | null;
  readonly check: {
    readonly items: readonly number[];
    readonly note: string | null;
    readonly checkedByName: string;
    readonly checkedOn: LocalDate;
  } | null;
  readonly award: {
    readonly number: string | null;
    readonly earnedOn: LocalDate;
    readonly validUntil: LocalDate | null;
    readonly isRevoked: boolean;
    readonly revokeReason: string | null;
  } | null;
}

/** What was declared, what was found to be so, and the recognition. */
export function FamilyCard({ family }: { family: ShownFamily }) {
  const { one: words } = useMessages(digitalFamilyArea).digitalFamily;
  const format = useFormat();
  const { state, declaration, check, award, score, declaredChecklist } = family;
  return (
    <Card title={words.checklist} aside={<FamilyPill state={state} />}>
      <div className="grid gap-4">
        {award?.isRevoked ? <Notice tone="danger">{words.revoked(award.revokeReason ?? "")}</Notice> : null}
        {award && !award.isRevoked && award.validUntil ? (
          <Notice tone="success">
            {words.award(award.number ?? "", format.date(award.earnedOn), format.date(award.validUntil))}
          </Notice>
        ) : null}
        {declaration && score ? (
          <>
            <p>
              <strong>{words.score(score.met, score.total)}</strong>
              <span className="block text-ink-soft">
                {score.missing.length > 0 ? `${words.missing}. ` : ""}
                {score.isEnough ? "" : words.needs(score.least)}
              </span>
            </p>
            <ul className="grid gap-2">
              {declaredChecklist.map((text, index) => (
                <Item
                  key={text}
                  text={`${index + 1}. ${text}`}
                  isDeclared={declaration.items.includes(index + 1)}
                  isChecked={check === null ? null : check.items.includes(index + 1)}
                />
              ))}
            </ul>
            <p className="text-ink-soft">
              {words.recordedBy(declaration.recordedByName, format.date(declaration.declaredOn))}
              {check ? (
                <span className="block">
                  {words.checkedBy(check.checkedByName, format.date(check.checkedOn))}
                </span>
              ) : null}
              {check?.note ? <span className="block">{check.note}</span> : null}
            </p>
          </>
        ) : null}
      </div>
    </Card>
  );
}

function Item({
  text,
  isDeclared,
  isChecked,
}: {
  text: string;
  isDeclared: boolean;
  isChecked: boolean | null;
}) {
  const { one: words } = useMessages(digitalFamilyArea).digitalFamily;
  const holds = isChecked ?? isDeclared;
  const isOnlyDeclared = isDeclared && isChecked !== true;
  const Picture = isOnlyDeclared ? CircleHelp : holds ? CircleCheck : CircleDashed;
  const said = isOnlyDeclared ? words.declaredOnly : holds ? words.has : words.hasNot;
  return (
    <li className="flex items-start gap-3">
      <Picture
        size="1.5em"
        aria-hidden
        className={holds ? "mt-0.5 shrink-0 text-accent-ink" : "mt-0.5 shrink-0 text-ink-soft"}
      />
      <span>
        {text}
        <span className="block text-sm text-ink-soft">{said}</span>
      </span>
    </li>
  );
}
