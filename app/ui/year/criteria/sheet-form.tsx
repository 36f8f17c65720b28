import { FORMULAS_OF } from "#app/domain/year/check-criteria-sheet.ts";
import type { CriteriaSheet, Criterion, Formula, Metric } from "#app/domain/year/criteria-sheet.ts";
import { choiceOf, MEASURE_CHOICES } from "#app/domain/year/measure-choice.ts";
import type { SheetFigure } from "#app/domain/year/sheet-figures.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { CheckBox } from "../../kit/check-box.tsx";
import type { Choice } from "../../kit/choice.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../../kit/form-answer.ts";
import { NumberField } from "../../kit/number-field.tsx";
import { SelectField } from "../../kit/select-field.tsx";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useFormat, useMessages } from "../../language.tsx";

interface SheetFieldsProps {
  title: string;
  sheet: CriteriaSheet;
  /** By the key of the criterion. */
  figures: Readonly<Record<string, readonly SheetFigure[]>>;
  answer: FormAnswer | undefined;
}

/** Every word and figure of a sheet that an office may set. */
export function SheetFields({ title, sheet, figures, answer }: SheetFieldsProps) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.edit;
  const format = useFormat();
  return (
    <>
      <TextField {...fieldOf(answer, "title", title)} label={words.name} autoComplete="off" />
      {sheet.groups.map((group) => (
        <section key={group.key} className="grid gap-5">
          <h2 className="text-xl">{group.title}</h2>
          {group.criteria.map((criterion) => (
            <CriterionFields
              key={criterion.key}
              criterion={criterion}
              figures={figures[criterion.key] ?? []}
              answer={answer}
            />
          ))}
        </section>
      ))}
      <AddedFields sheet={sheet} answer={answer} />
      <fieldset className="grid gap-4 rounded-xl border border-line bg-surface p-5 sm:grid-cols-2">
        <legend className="px-2 text-lg font-bold">{words.bands}</legend>
        {sheet.bands.map((band) => (
          <NumberField
            key={band.key}
            name={`band.${band.key}`}
            label={band.title}
            unit={words.points}
            defaultValue={fieldText(answer, `band.${band.key}`, format.points(band.from))}
            error={answer?.problems[`band.${band.key}`]}
          />
        ))}
        <NumberField
          {...fieldOf(answer, "quota", format.points(sheet.quota))}
          label={words.quota}
          unit={words.percent}
        />
      </fieldset>
    </>
  );
}

function CriterionFields({
  criterion,
  figures,
  answer,
}: {
  criterion: Criterion;
  figures: readonly SheetFigure[];
  answer: FormAnswer | undefined;
}) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.edit;
  const format = useFormat();
  const { key } = criterion;
  const measures = useMeasureChoices();
  const units = { points: words.points, percent: words.percent, count: undefined };
  const shown = ({ unit, value }: SheetFigure) =>
    value === null ? null : unit === "count" ? String(value) : format.points(value);
  // What is wrong is never behind a closed door.
  const isWrong = ["explanation", "measure", "drop", ...figures.map(({ name }) => name)].some(
    (field) => answer?.problems[`${key}.${field}`] !== undefined,
  );
  const unitOf = (figure: SheetFigure) => {
    const unit = units[figure.unit];
    return unit === undefined ? {} : { unit };
  };
  return (
    <fieldset className="grid gap-4 rounded-xl border border-line bg-surface p-5">
      <legend className="px-2 text-lg font-bold">{criterion.title}</legend>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField
          name={`${key}.title`}
          label={words.criterionTitle}
          defaultValue={fieldText(answer, `${key}.title`, criterion.title)}
          error={answer?.problems[`${key}.title`]}
          autoComplete="off"
        />
        <NumberField
          name={`${key}.maximum`}
          label={words.maximum}
          unit={words.points}
          defaultValue={fieldText(answer, `${key}.maximum`, format.points(criterion.maximum))}
          error={answer?.problems[`${key}.maximum`]}
        />
      </div>
      <Disclosure summary={words.more} isOpen={isWrong}>
        <div className="grid gap-4">
          <TextArea
            name={`${key}.explanation`}
            label={words.explanation}
            rows={2}
            optional
            defaultValue={fieldText(answer, `${key}.explanation`, criterion.explanation)}
            error={answer?.problems[`${key}.explanation`]}
          />
          <SelectField
            name={`${key}.measure`}
            label={words.measure}
            hint={words.measureHint}
            defaultValue={fieldText(answer, `${key}.measure`, choiceOf(criterion.measure))}
            error={answer?.problems[`${key}.measure`]}
            choices={measures}
          />
          {figures.length > 0 ? (
            <div className="grid gap-4 sm:grid-cols-3">
              {figures.map((figure) => (
                <NumberField
                  key={figure.name}
                  name={`${key}.${figure.name}`}
                  label={words.figures[figure.name]}
                  {...unitOf(figure)}
                  optional={figure.isOptional}
                  defaultValue={fieldText(answer, `${key}.${figure.name}`, shown(figure))}
                  error={answer?.problems[`${key}.${figure.name}`]}
                />
              ))}
            </div>
          ) : null}
          <CheckBox
            name={`${key}.drop`}
            label={words.drop}
            defaultChecked={fieldText(answer, `${key}.drop`) === "yes"}
            error={answer?.problems[`${key}.drop`]}
          />
        </div>
      </Disclosure>
    </fieldset>
  );
}

function useMeasureChoices(): Choice[] {
  const { yearCriteria, yearReview } = useMessages(yearCriteriaArea, yearReviewArea);
  const { measures, formulas } = yearCriteria.edit;
  return MEASURE_CHOICES.map((value) => {
    if (value === "document" || value === "vote-100" || value === "vote-50")
      return { value, label: measures[value] };
    const [metric, formula] = value.split(".") as [Metric, Formula["kind"]];
    const name = yearReview.metrics[metric];
    return { value, label: FORMULAS_OF[metric].length > 1 ? `${name}: ${formulas[formula]}` : name };
  });
}

function AddedFields({ sheet, answer }: Pick<SheetFieldsProps, "sheet" | "answer">) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.edit;
  const measures = useMeasureChoices();
  const field = (name: string, label: string) => ({
    name: `added.${name}`,
    label,
    optional: true,
    defaultValue: fieldText(answer, `added.${name}`),
    error: answer?.problems[`added.${name}`],
  });
  return (
    <fieldset className="grid gap-4 rounded-xl border border-line bg-surface p-5">
      <legend className="px-2 text-lg font-bold">{words.added}</legend>
      <p className="text-ink-soft">{words.addedLead}</p>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField {...field("title", words.criterionTitle)} autoComplete="off" />
        <NumberField {...field("maximum", words.maximum)} unit={words.points} />
      </div>
      <TextArea {...field("explanation", words.explanation)} rows={2} />
      <SelectField
        {...field("measure", words.measure)}
        defaultValue={fieldText(answer, "added.measure", "document")}
        choices={measures}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...field("group", words.group)}
          choices={sheet.groups.map(({ key, title }) => ({ value: key, label: title }))}
        />
        <SelectField
          {...field("nature", words.nature)}
          choices={(["part", "bonus", "deduction"] as const).map((value) => ({
            value,
            label: yearCriteria.natures[value],
          }))}
        />
      </div>
    </fieldset>
  );
}
