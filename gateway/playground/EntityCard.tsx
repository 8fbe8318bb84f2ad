import type { Entity, Link, MapModel } from './mapModel.ts';

interface Props {
  readonly entity: Entity;
  readonly model: MapModel;
  readonly onChoose: (name: string) => void;
  readonly onClose: () => void;
}

/** How many of the ways from one entity to another are named. */
const mostWays = 4;

/** What the drawing shows of an entity, in words. */
export function EntityCard({ entity, model, onChoose, onClose }: Props) {
  const { name, owner, others, keys, seenBy, isPersonal, fields } = entity;
  return (
    <article className="entity" aria-label={name}>
      <h2>{name}</h2>
      <button type="button" className="plain" onClick={onClose}>
        All entities
      </button>
      <dl>
        <dt>Owner</dt>
        <dd>{owner}</dd>
        {others.length > 0 && (
          <>
            <dt>Answered too by</dt>
            <dd>{others.join(', ')}</dd>
          </>
        )}
        <dt>Found by</dt>
        <dd>{keys.join('; ')}</dd>
        <dt>Who may see it</dt>
        <dd>{seenBy}</dd>
        <dt>Personal data</dt>
        <dd>{isPersonal ? 'yes' : 'no'}</dd>
        <dt>Fields</dt>
        <dd>{fields.join(', ')}</dd>
      </dl>
      <Links title="Leads to" links={model.links.filter(({ from }) => from === name)} end="to" onChoose={onChoose} />
      <Links title="Reached from" links={model.links.filter(({ to }) => to === name)} end="from" onChoose={onChoose} />
    </article>
  );
}

interface LinksProps {
  readonly title: string;
  readonly links: readonly Link[];
  readonly end: 'from' | 'to';
  readonly onChoose: (name: string) => void;
}

function Links({ title, links, end, onChoose }: LinksProps) {
  if (links.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {links.map((link) => (
          <li key={link[end]}>
            <button type="button" onClick={() => onChoose(link[end])}>
              {link[end]}
            </button>{' '}
            <small>
              {waysOf(link)}
              {link.crosses && ' · another agency'}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function waysOf({ ways }: Link): string {
  if (ways.length === 0) return 'is one';
  const left = ways.length - mostWays;
  return ways.slice(0, mostWays).join(', ') + (left > 0 ? ` and ${left} more` : '');
}
