import { Form } from "@remix-run/react";
import Pencil from "lucide-react/icons/pencil";
import Undo2 from "lucide-react/icons/undo-2";
import { activityArea } from "#app/messages/vi/activity.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import { ACTIVITY_PATHS } from "./paths.ts";
import type { RecordView } from "./views.ts";

/** What its owner may still do, while nobody has decided. */
export function RecordActs({ record, mayRepeat }: { record: RecordView; mayRepeat: boolean }) {
  const { activity } = useMessages(activityArea);
  const words = activity.record;
  const { id, may } = record;
  return (
    <>
      {may.edit || may.resubmit || mayRepeat ? (
        <div className="flex flex-wrap gap-3">
          {may.edit || may.resubmit ? (
            <LinkButton to={ACTIVITY_PATHS.edit(id)} icon={Pencil}>
              {may.resubmit ? words.mend : words.edit}
            </LinkButton>
          ) : null}
          {mayRepeat ? (
            <LinkButton to={ACTIVITY_PATHS.repeat(id)} variant="secondary">
              {activity.log.repeat}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {may.withdraw ? (
        <Disclosure summary={words.withdraw}>
          <p className="mb-4">{words.withdrawSure}</p>
          <Form method="post">
            <SubmitButton name="act" value="withdraw" variant="danger" icon={Undo2}>
              {words.withdraw}
            </SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
