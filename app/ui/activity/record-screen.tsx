import { CLASS_KINDS } from "#app/domain/training/class-sheet.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { trainingHintArea } from "#app/messages/vi/training-hint.ts";
import type { Problems } from "../kit/error-summary.tsx";
import { Flash } from "../kit/flash.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";
import { Page } from "../page.tsx";
import { ClaimStatePill } from "./claim-state.tsx";
import { type AskedCorrection, AskedCorrections, CorrectionForm } from "./correction-form.tsx";
import { iconOfKind } from "./kind-icon.ts";
import { RecordActs } from "./record-acts.tsx";
import { RecordFacts, RecordUnits } from "./record-facts.tsx";
import { RecordDecisions, RecordRevisions, RecordSignals } from "./record-history.tsx";
import { RecordPhotos } from "./record-photos.tsx";
import { RecordPoints, type RecordPointsLine } from "./record-points.tsx";
import type { RecordView } from "./views.ts";

interface RecordScreenProps {
  record: RecordView;
  kindName: string;
  lines: readonly RecordPointsLine[];
  corrections: readonly AskedCorrection[];
  /** Where the record counts: the name of a request that may be made. */
  requestId: string | null;
  mayRepeat: boolean;
  verifyAt: string | null;
  done: string | null;
  problems: Problems | undefined;
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** One record for everybody who may see it: the member, team mates, whoever verifies, the office. */
export function RecordScreen(props: RecordScreenProps) {
  const { record, kindName, lines, corrections, requestId, mayRepeat, verifyAt, done, problems, values } =
    props;
  const { activity, trainingHint } = useMessages(activityArea, trainingHintArea);
  const words = activity.record;
  const Picture = iconOfKind(record.activityKey);
  const flashes: Readonly<Record<string, string>> = {
    rut: words.withdrawn,
    "dinh-chinh": words.correctionSent,
    "tham-gia": words.joined,
  };
  return (
    <Page width="narrow">
      <div className="grid gap-3">
        <h1 className="flex items-center gap-3 text-xl">
          <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
            <Picture size="1.5rem" aria-hidden />
          </span>
          <span className="min-w-0 leading-snug">{kindName}</span>
        </h1>
        <p>
          <ClaimStatePill state={record.state} />
        </p>
      </div>
      <RecordSignals signals={record.signals} />
      {verifyAt ? (
        <div>
          <LinkButton to={verifyAt} size="large">
            {words.verify}
          </LinkButton>
        </div>
      ) : null}
      <RecordDecisions record={record} />
      <RecordPoints lines={lines} state={record.state} />
      <RecordUnits record={record} />
      <RecordFacts record={record} />
      {CLASS_KINDS.includes(record.activityKey) ? (
        <div>
          <LinkButton to={TRAINING_PATHS.classSheet(record.id)} variant="secondary">
            {trainingHint.classSheet}
          </LinkButton>
        </div>
      ) : null}
      <RecordPhotos photos={record.photos} />
      <RecordRevisions record={record} />
      <AskedCorrections corrections={corrections} />
      <RecordActs record={record} mayRepeat={mayRepeat} />
      {requestId ? <CorrectionForm requestId={requestId} problems={problems} values={values} /> : null}
      {done && flashes[done] && !problems ? <Flash key={done}>{flashes[done]}</Flash> : null}
    </Page>
  );
}
