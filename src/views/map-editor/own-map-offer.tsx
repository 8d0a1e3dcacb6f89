import { worlds } from '../../environments/registry.ts';
import { ownMapDiffers, takeOwnMap } from '../../playground/own-map-edit.ts';
import { useConfig, usePlayground } from '../use-playground.ts';

/** Offers to make a world of cells a map of one's own, and says what will not be the same. */
export function OwnMapOffer() {
  const playground = usePlayground();
  const config = useConfig((whole) => whole);
  const differs = ownMapDiffers(config);
  return (
    <>
      <p>
        {worlds[config.world.kind].label} has its own map. As a Gridworld with the same cells it can be drawn on;
        rewards and slip, the columns and their settings stay {differs.length === 0 ? 'exactly ' : ''}as they are
        {differs.length === 0 ? '.' : ', but for this:'}
      </p>
      {differs.length > 0 && (
        <ul>
          {differs.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <button type="button" className="main" data-first onClick={() => takeOwnMap(playground)}>
        Draw your own map from this one
      </button>
    </>
  );
}
