import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Card } from "../kit/card.tsx";
import { ErrorSummary, type Problems } from "../kit/error-summary.tsx";

interface SheetFormProps {
  children: ReactNode;
  problems: Problems | undefined;
  labels: Readonly<Record<string, string>>;
}

/** A form on a sheet as wide as the text above it. Remix sends it where JavaScript runs, the browser elsewhere. */
export function SheetForm({ children, problems, labels }: SheetFormProps) {
  return (
    <Card>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary problems={problems} labels={labels} />
        {children}
      </Form>
    </Card>
  );
}
