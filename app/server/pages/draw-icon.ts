import { createElement, forwardRef, type SVGAttributes } from "react";

type Shape = readonly [tag: string, attributes: Record<string, string>];

interface IconData {
  readonly name: string;
  readonly size: number;
  readonly node: readonly Shape[];
  readonly aliases?: readonly unknown[];
}

interface IconProps extends SVGAttributes<SVGSVGElement> {
  readonly size?: string | number;
}

/** Draws an icon of the package just as the package does, for the few properties that are used here. */
export default function drawIcon({ name, size: box, node, aliases = [] }: IconData) {
  const ownClasses = [name, ...aliases.filter((alias) => typeof alias === "string")].map(
    (each) => `lucide-${each}`,
  );
  return forwardRef<SVGSVGElement, IconProps>(({ size = box, className, ...rest }, ref) =>
    createElement(
      "svg",
      {
        ref,
        xmlns: "http://www.w3.org/2000/svg",
        width: size,
        height: size,
        viewBox: `0 0 ${box} ${box}`,
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 2,
        strokeLinecap: "round",
        strokeLinejoin: "round",
        className: ["lucide", ...ownClasses, className].filter(Boolean).join(" "),
        "aria-hidden": Object.keys(rest).some((key) => /^aria-|^role$|^title$/.test(key))
          ? undefined
          : "true",
        ...rest,
      },
      ...node.map(([tag, attributes]) => createElement(tag, attributes)),
    ),
  );
}
