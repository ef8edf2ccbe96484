import { untrack } from 'svelte';
import type { Camera } from './codec';
import type { AtlasState } from './atlas.svelte';

/** Lets two maps look at the same place: where one goes, the other follows. Gives back how to stop it. */
export function linkCameras(one: AtlasState, other: AtlasState): () => void {
	const follow = (leader: AtlasState, follower: AtlasState) => () => {
		const { camera } = leader;
		// A follower that has arrived is not sent again, so neither chases the other's echo.
		untrack(() => {
			if (camera && !isSame(camera, follower.camera)) follower.move({ to: 'camera', camera });
		});
	};
	return $effect.root(() => {
		$effect(follow(one, other));
		$effect(follow(other, one));
	});
}

/** True for cameras that a person could not tell apart. */
function isSame(a: Camera, b: Camera | null): boolean {
	if (!b) return false;
	const pixel = 360 / (512 * 2 ** a.zoom);
	return Math.abs(a.zoom - b.zoom) < 0.01 && Math.abs(a.lat - b.lat) < pixel && Math.abs(a.lng - b.lng) < pixel;
}
