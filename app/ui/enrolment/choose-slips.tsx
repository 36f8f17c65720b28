import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";

interface Candidate {
  readonly memberId: string;
  readonly fullName: string;
  readonly accountId: string | null;
  readonly hasPhone: boolean;
  readonly isSelf: boolean;
}

/** The team as boxes to tick; whoever has no phone enrolled is ticked already. */
export function ChooseSlips({ people, lostAt }: { people: readonly Candidate[]; lostAt: string }) {
  const words = useMessages(enrolmentArea).enrolment.teamSlips;
  const others = people.filter(({ isSelf }) => !isSelf);
  if (others.length === 0) return <p>{words.nobody}</p>;
  return (
    <>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {others.map((person) => (
          <li key={person.memberId} className="px-4 py-2">
            <label className="flex min-h-12 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                name="memberId"
                value={person.memberId}
                defaultChecked={!person.hasPhone}
                className="size-6 shrink-0 rounded-sm"
              />
              <span className="flex flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <span className="font-bold">{person.fullName}</span>
                {person.hasPhone ? (
                  <Pill tone="accent">{words.hasPhone}</Pill>
                ) : (
                  <Pill>{person.accountId === null ? words.noAccount : words.noPhone}</Pill>
                )}
              </span>
            </label>
            {person.accountId === null ? null : (
              <Disclosure
                summary={
                  <span>
                    {words.lost}
                    <span className="sr-only">: {person.fullName}</span>
                  </span>
                }
              >
                <p className="mb-2 text-sm text-ink-soft">{words.lostHint}</p>
                <SubmitButton
                  formAction={lostAt}
                  name="lost"
                  value={person.memberId}
                  variant="danger"
                  size="small"
                >
                  {words.signOut}
                </SubmitButton>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      <div className="grid justify-items-start gap-2">
        <SubmitButton>{words.print}</SubmitButton>
        <p className="text-sm text-ink-soft">{words.printHint}</p>
      </div>
    </>
  );
}
