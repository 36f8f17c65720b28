import type { ReactNode } from "react";

/** One group of the kit, under its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-5 border-t-2 border-line pt-6">
      <h2 className="text-2xl">{name}</h2>
      {children}
    </section>
  );
}
