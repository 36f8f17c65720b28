import { Form } from "@remix-run/react";
import {
  FEWEST_STARS,
  LONGEST_PRODUCT_NAME,
  MOST_STARS,
  PRODUCT_KINDS,
} from "#app/domain/products/product.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages, useTerms } from "../language.tsx";

interface ProductFormProps {
  /** Of the product, made before it is sent. */
  id: string;
  villages: readonly { readonly id: number; readonly name: string }[];
  answer: FormAnswer | undefined;
}

export function ProductForm({ id, villages, answer }: ProductFormProps) {
  const { products: words } = useMessages(productsArea);
  const terms = useTerms();
  const [only, ...more] = villages;
  const labels = {
    name: words.name,
    producer: words.producer,
    villageId: words.village(terms),
    kind: words.kind,
    stars: words.starsField,
  };
  const stars = Array.from({ length: MOST_STARS - FEWEST_STARS + 1 }, (_, index) => FEWEST_STARS + index);
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <ChipGroup
        name="kind"
        label={labels.kind}
        error={answer?.problems.kind}
        choices={PRODUCT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        defaultValues={fieldList(answer, "kind", ["ocop"])}
      />
      <TextField
        {...fieldOf(answer, "name")}
        label={labels.name}
        maxLength={LONGEST_PRODUCT_NAME}
        autoComplete="off"
      />
      <TextField
        {...fieldOf(answer, "producer")}
        label={labels.producer}
        hint={words.producerHint}
        maxLength={LONGEST_PRODUCT_NAME}
        autoComplete="off"
      />
      {only && more.length === 0 ? (
        <input type="hidden" name="villageId" value={only.id} />
      ) : (
        <SelectField
          {...fieldOf(answer, "villageId")}
          label={labels.villageId}
          choices={villages.map((village) => ({ value: String(village.id), label: village.name }))}
        />
      )}
      <ChipGroup
        name="stars"
        label={labels.stars}
        optional
        error={answer?.problems.stars}
        choices={stars.map((count) => ({ value: String(count), label: words.stars(count) }))}
        defaultValues={fieldList(answer, "stars")}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
