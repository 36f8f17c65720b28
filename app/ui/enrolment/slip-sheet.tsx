import { formatRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { Notice } from "../kit/notice.tsx";
import { PrintButton } from "../kit/print-button.tsx";
import { Slip } from "../kit/slip.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** A slip as a page may carry it: only ever in the answer to the press that made it. */
export interface SheetSlip {
  readonly accountId: string;
  readonly displayName: string;
  readonly username: string;
  readonly opens: "phone" | "password";
  readonly link: string;
  readonly code: string;
  readonly expiresAt: string;
}

/** Slips to be printed now and handed out; they cannot be shown again. */
export function SlipSheet({
  slips,
  isBreakGlass = false,
}: {
  slips: readonly SheetSlip[];
  isBreakGlass?: boolean;
}) {
  const { slips: words } = useMessages(enrolmentArea).enrolment;
  const format = useFormat();
  return (
    <>
      <div className="no-print grid gap-4">
        <Notice tone="warning" title={words.onceTitle} action={<PrintButton label={words.print} />}>
          {words.onceBody}
        </Notice>
      </div>
      <ul className="grid gap-5 print:gap-3">
        {slips.map((slip) => (
          <li key={slip.accountId}>
            <Slip
              title={
                isBreakGlass
                  ? words.breakGlass
                  : slip.opens === "phone"
                    ? words.opensPhone
                    : words.opensPassword
              }
              name={slip.displayName}
              address={slip.link}
              code={formatRecoveryCode(slip.code)}
            >
              <ol className="list-decimal ps-5">
                <li>{words.stepScan}</li>
                <li>{words.stepType(addressOf(slip.link))}</li>
                <li>{slip.opens === "phone" ? words.stepPhone : words.stepPassword}</li>
              </ol>
              {slip.opens === "password" ? <p className="mt-2">{words.username(slip.username)}</p> : null}
              <p className="mt-2 font-bold">
                {words.until(format.moment(new Date(slip.expiresAt).getTime()))}
              </p>
            </Slip>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a person types: the address without the secret. */
function addressOf(link: string): string {
  const { host, pathname } = new URL(link);
  return host + pathname;
}
