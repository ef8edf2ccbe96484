import { untrack } from 'svelte';
import { isSameCamera } from './codec';
import type { AtlasState } from './atlas.svelte';

/** Lets two maps look at the same place: where one goes, the other follows. Gives back how to stop it. */
export function linkCameras(one: AtlasState, other: AtlasState): () => void {
	const follow = (leader: AtlasState, follower: AtlasState) => () => {
		const { camera } = leader;
		// A follower that has arrived is not sent again, so neither chases the other's echo.
		untrack(() => {
			if (camera && !(follower.camera && isSameCamera(camera, follower.camera)))
				follower.move({ to: 'camera', camera });
		});
	};
	return $effect.root(() => {
		$effect(follow(one, other));
		$effect(follow(other, one));
	});
}
