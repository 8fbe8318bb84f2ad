import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { layOut, type MapLayout, type PlacedEntity } from './mapLayout.ts';
import type { MapModel } from './mapModel.ts';
import { panned, zoomed } from './mapWindow.ts';
import { usePanAndZoom } from './usePanAndZoom.ts';

interface Props {
  readonly model: MapModel;
  readonly chosen: string | null;
  /** What a search found; null when nothing is looked for. */
  readonly found: ReadonlySet<string> | null;
  readonly onChoose: (name: string) => void;
}

const narrow = 720;
const step = 0.15;

export function MapDrawing({ model, chosen, found, onChoose }: Props) {
  const layout = useMemo(() => layOut(model, globalThis.innerWidth < narrow ? 2 : 3), [model]);
  const hues = new Map(layout.agencies.map(({ agency }, index) => [agency, (210 + index * 67) % 360]));
  const svg = useRef<SVGSVGElement>(null);
  const { window, change, showAll, show } = usePanAndZoom(svg, layout);
  const place = layout.entities.find(({ entity }) => entity.name === chosen);
  useEffect(() => {
    if (place) show(place);
  }, [place, show]);

  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => change((now) => panned(now, -step, 0, layout)),
    ArrowRight: () => change((now) => panned(now, step, 0, layout)),
    ArrowUp: () => change((now) => panned(now, 0, -step, layout)),
    ArrowDown: () => change((now) => panned(now, 0, step, layout)),
    '+': () => change((now) => zoomed(now, 0.8, layout)),
    '-': () => change((now) => zoomed(now, 1.25, layout)),
    '0': showAll,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section className="drawing" aria-label="Schema map" onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map when it has the focus. */}
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset. */}
      <svg ref={svg} viewBox={`${window.x} ${window.y} ${window.width} ${window.height}`} tabIndex={0} role="group">
        <title>Entities by agency. Arrow keys move the map, plus and minus zoom, 0 shows all of it.</title>
        {layout.agencies.map(({ agency, x, y, width, height }) => (
          <g key={agency} className="agency" style={hueOf(agency, hues)}>
            <rect x={x} y={y} width={width} height={height} rx="12" />
            <text x={x + 18} y={y + 23}>
              {agency}
            </text>
          </g>
        ))}
        <Links layout={layout} chosen={chosen} />
        {layout.entities.map((placed) => (
          <EntityBox
            key={placed.entity.name}
            placed={placed}
            style={hueOf(placed.entity.owner, hues)}
            isChosen={placed.entity.name === chosen}
            isFaint={found !== null && !found.has(placed.entity.name)}
            onChoose={onChoose}
          />
        ))}
      </svg>
      <div className="zoom">
        <button type="button" aria-label="Nearer" onClick={keys['+']}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={keys['-']}>
          −
        </button>
        <button type="button" aria-label="Show all" onClick={showAll}>
          ⤢
        </button>
      </div>
    </section>
  );
}

/** What the card says in words; drawn for the eye. */
function Links({ layout, chosen }: { layout: MapLayout; chosen: string | null }) {
  const isOf = ({ from, to }: { from: string; to: string }) => from === chosen || to === chosen;
  const ordered = [...layout.links].sort((one, other) => Number(isOf(one.link)) - Number(isOf(other.link)));
  return (
    <g>
      {ordered.map(({ link, path }) => (
        <path
          key={`${link.from} ${link.to}`}
          d={path}
          className={['link', link.crosses ? 'crosses' : '', isOf(link) ? 'chosen' : '', chosen ? 'some' : '']
            .filter(Boolean)
            .join(' ')}
        />
      ))}
    </g>
  );
}

interface EntityBoxProps {
  readonly placed: PlacedEntity;
  readonly style: CSSProperties;
  readonly isChosen: boolean;
  readonly isFaint: boolean;
  readonly onChoose: (name: string) => void;
}

function EntityBox({ placed: { entity, ...box }, style, isChosen, isFaint, onChoose }: EntityBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      className={['box', isChosen ? 'chosen' : '', isFaint ? 'faint' : ''].filter(Boolean).join(' ')}
      style={style}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={`${entity.name}, of ${entity.owner}`}
      onClick={() => onChoose(entity.name)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(entity.name);
      }}
    >
      <rect {...box} rx="8" />
      <text x={box.x + 12} y={box.y + 21} className="name">
        {entity.name}
      </text>
      <text x={box.x + 12} y={box.y + 38} className="about">
        {entity.fields.length} fields{entity.isPersonal ? ' · personal' : ''}
      </text>
    </g>
  );
}

function hueOf(agency: string, hues: ReadonlyMap<string, number>): CSSProperties {
  return { '--hue': hues.get(agency) ?? 0 } as CSSProperties;
}
