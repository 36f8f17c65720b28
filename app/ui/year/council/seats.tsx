import { Form } from "@remix-run/react";
import type { MinutesMember } from "#app/domain/council/minutes.ts";
import { ATTENDANCES } from "#app/domain/council/quorum.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../../kit/form-answer.ts";
import { Pill } from "../../kit/pill.tsx";
import { SelectField } from "../../kit/select-field.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";

/** Who is there, row by row; one button for all. */
export function SeatForm({
  members,
  isNoted,
  answer,
}: {
  members: readonly MinutesMember[];
  /** Before the first note everybody is taken to be there, and the secretary changes the few who are not. */
  isNoted: boolean;
  answer: FormAnswer | undefined;
}) {
  const { session: say, roles } = useMessages(yearCouncilArea).yearCouncil;
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary problems={answer?.problems} />
      <ul className="grid gap-4">
        {members.map(({ memberId, name, role, attendance, proxyName, paper }) => (
          <li key={memberId} className="grid gap-3 border-b border-line pb-4 lg:grid-cols-4 lg:items-end">
            <p>
              <span className="block font-bold">{name}</span>
              <span className="text-ink-soft">{roles[role]}</span>
            </p>
            <SelectField
              name={`attendance-${memberId}`}
              label={say.attendance}
              choices={ATTENDANCES.map((value) => ({ value, label: say.attendances[value] }))}
              defaultValue={fieldText(answer, `attendance-${memberId}`, isNoted ? attendance : "present")}
              error={answer?.problems[`attendance-${memberId}`]}
            />
            <TextField
              name={`proxyName-${memberId}`}
              label={say.proxyName}
              optional="unsaid"
              defaultValue={fieldText(answer, `proxyName-${memberId}`, proxyName)}
              error={answer?.problems[`proxyName-${memberId}`]}
            />
            <TextField
              name={`paper-${memberId}`}
              label={say.paper}
              optional="unsaid"
              defaultValue={fieldText(answer, `paper-${memberId}`, paper)}
              error={answer?.problems[`paper-${memberId}`]}
            />
          </li>
        ))}
      </ul>
      <div>
        <SubmitButton name="act" value="seats">
          {say.saveSeats}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** The same to read. */
export function SeatTable({ members }: { members: readonly MinutesMember[] }) {
  const { session: say, roles, roll } = useMessages(yearCouncilArea).yearCouncil;
  return (
    <DataTable
      caption={say.attendance}
      rows={members}
      rowKey={({ memberId }) => memberId}
      columns={[
        { key: "name", header: roll.name, cell: ({ name }) => name },
        { key: "role", header: roll.role, cell: ({ role }) => roles[role] },
        { key: "position", header: roll.position, cell: ({ position }) => position },
        {
          key: "attendance",
          header: say.attendance,
          cell: ({ attendance, proxyName, paper }) => (
            <>
              <Pill tone={attendance === "present" ? "accent" : attendance === "absent" ? "neutral" : "info"}>
                {say.attendances[attendance]}
              </Pill>
              {proxyName || paper ? (
                <span className="block text-sm text-ink-soft">
                  {[proxyName, paper].filter(Boolean).join(", ")}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
