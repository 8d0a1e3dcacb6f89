import { say } from '../../copy/say.ts';
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
        {say(
          differs.length === 0
            ? '{world} has its own map. As a Gridworld with the same cells it can be drawn on; rewards and slip, the columns and their settings stay exactly as they are.'
            : '{world} has its own map. As a Gridworld with the same cells it can be drawn on; rewards and slip, the columns and their settings stay as they are, but for this:',
          { world: say(worlds[config.world.kind].label) },
        )}
      </p>
      {differs.length > 0 && (
        <ul>
          {differs.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <button type="button" className="main" data-first onClick={() => takeOwnMap(playground)}>
        {say('Draw your own map from this one')}
      </button>
    </>
  );
}
