import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { FOUR_T, type FourT } from "#app/domain/titles/market.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownProof {
  readonly item: FourT;
  readonly isMet: boolean;
  readonly at: number;
  readonly by: string;
  readonly claimKey: string | null;
  readonly claimDay: LocalDate | null;
  readonly photoId: string | null;
}

interface FourTCardProps {
  met: readonly FourT[];
  proofs: readonly ShownProof[];
  kindNames: Readonly<Record<string, string>>;
  photoAt: (photoId: string) => string;
}

/** Each of the four T with the latest word on it and what it stands on. */
export function FourTCard({ met, proofs, kindNames, photoAt }: FourTCardProps) {
  const { market } = useMessages(marketArea);
  const { one: words } = market;
  const format = useFormat();
  return (
    <Card title={words.checklist}>
      <ul className="grid gap-4">
        {FOUR_T.map((item) => {
          const isMet = met.includes(item);
          const last = proofs.findLast((proof) => proof.item === item);
          const Picture = isMet ? CircleCheck : CircleDashed;
          return (
            <li key={item} className="flex items-start gap-3">
              <Picture
                size="1.5em"
                aria-hidden
                className={isMet ? "mt-0.5 shrink-0 text-accent-ink" : "mt-0.5 shrink-0 text-ink-soft"}
              />
              <div className="min-w-0">
                <p className="font-bold">
                  {market.fourT[item]}: {isMet ? words.met : words.notMet}
                </p>
                <p className="text-ink-soft">{market.fourTHints[item]}</p>
                {last ? (
                  <p className="text-sm text-ink-soft">
                    {words.by(last.by, format.moment(last.at))}
                    {last.claimKey && last.claimDay ? (
                      <span className="block">
                        {words.fromClaim(
                          kindNames[last.claimKey] ?? last.claimKey,
                          format.date(last.claimDay),
                        )}
                      </span>
                    ) : null}
                  </p>
                ) : null}
                {last?.photoId ? (
                  <a
                    href={photoAt(last.photoId)}
                    className="inline-flex min-h-12 items-center underline underline-offset-4"
                  >
                    {words.photo}
                  </a>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
