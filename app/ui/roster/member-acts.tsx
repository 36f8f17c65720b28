import { Form } from "@remix-run/react";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface AccountCardProps {
  member: {
    readonly accountId: string | null;
    readonly username: string | null;
    readonly isAccountActive: boolean | null;
    readonly lastSeenAt: number | null;
  };
  now: number;
  mayManage: boolean;
  /** Where a slip for this person is made; null for whoever may not. */
  slipsAt: string | null;
}

export function MemberAccountCard({ member, now, mayManage, slipsAt }: AccountCardProps) {
  const { member: words, list } = useMessages(rosterArea).roster;
  const format = useFormat();
  if (member.accountId === null || member.username === null) {
    return (
      <Card title={words.account}>
        <p>{words.noAccount}</p>
        {mayManage ? (
          <Form method="post" className="mt-3 grid justify-items-start gap-2">
            <SubmitButton variant="secondary" name="act" value="account">
              {words.makeAccount}
            </SubmitButton>
            <p className="text-sm text-ink-soft">{words.makeAccountHint}</p>
          </Form>
        ) : null}
      </Card>
    );
  }
  const seen = member.lastSeenAt === null ? list.never : format.ago(member.lastSeenAt, now);
  return (
    <Card title={words.account}>
      <DescriptionList
        items={[
          {
            term: words.username,
            value: (
              <>
                {member.username} {member.isAccountActive ? null : <Pill tone="danger">{words.locked}</Pill>}
              </>
            ),
          },
          { term: list.lastSeen, value: seen },
        ]}
      />
      {slipsAt !== null && member.isAccountActive ? (
        <Form method="post" action={slipsAt} className="mt-3">
          <input type="hidden" name="accountId" value={member.accountId} />
          <SubmitButton variant="secondary">{words.printSlip}</SubmitButton>
        </Form>
      ) : null}
    </Card>
  );
}

interface InChargeCardProps {
  member: {
    readonly accountId: string | null;
    readonly inChargeOf: readonly { readonly villageId: number; readonly villageName: string }[];
  };
  villages: readonly { readonly id: number; readonly name: string }[];
  mayManage: boolean;
  isSelf: boolean;
}

/** L07: the villages an official of the commune looks after. */
export function InChargeCard({ member, villages, mayManage, isSelf }: InChargeCardProps) {
  const { member: words } = useMessages(rosterArea).roster;
  const names = member.inChargeOf.map(({ villageName }) => villageName).join(", ");
  const isClosed = member.accountId === null || isSelf;
  return (
    <Card title={words.inCharge}>
      {mayManage && !isClosed ? (
        <Form method="post" className="grid gap-4">
          <ChipGroup
            name="villageIds"
            multiple
            label={words.inCharge}
            hint={words.inChargeHint}
            choices={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            defaultValues={member.inChargeOf.map(({ villageId }) => String(villageId))}
            optional
          />
          <div>
            <SubmitButton variant="secondary" name="act" value="villages">
              {words.save}
            </SubmitButton>
          </div>
        </Form>
      ) : (
        <p>{names || (mayManage && member.accountId === null ? words.inChargeNeedsAccount : words.none)}</p>
      )}
      {mayManage && isSelf ? <p className="text-ink-soft">{words.inChargeSelf}</p> : null}
    </Card>
  );
}
