import { plainName } from './feature-names';

/** Where a table has its places: a latitude and a longitude, or one column of shapes or of both coordinates. */
export interface PlaceColumns {
	latitude: number;
	longitude: number;
	/** Further pairs of a latitude and a longitude, each of another name: `center.lat`, `center.lon`. */
	others: readonly (readonly [latitude: number, longitude: number])[];
	/** Columns that may hold shapes or pairs, the likeliest first. */
	whole: readonly number[];
}

/** Names of the latitude in the languages of those who make tables, best first; `plainName` has been applied. */
const LATITUDES = words(
	'latitude,lat,y,lat dd,ylat,ycoord,latitud,latitudine,breite,breitengrad,geobreite,geografische breite,широта,широты,enlem,خط العرض,دائرة العرض,عرض,عرض جغرافيايي,عرض جغرافیایی,πλατος,γεωγραφικο πλατος,קו רוחב,רוחב,szerokosc,szerokosc geograficzna,szerokosc geogr,szer geogr,zemlepisna sirina,zemepisna sirka,breddgrad,breddegrad,breedtegraad,leveysaste,lintang,纬度,緯度,위도,lat wgs84,wgs84 lat,northing,hochwert,rechts y'
);

/** Those of the longitude. */
const LONGITUDES = words(
	'longitude,lon,lng,long,x,lon dd,xlong,xcoord,longitud,longitudine,lange,langengrad,geolange,laenge,laengengrad,geografische lange,долгота,долготы,довгота,boylam,خط الطول,طول,طول جغرافيايي,طول جغرافیایی,μηκος,γεωγραφικο μηκος,קו אורך,אורך,dlugosc,dł geogr,dl geogr,zemlepisna dolzina,długosc,długosc geograficzna,zemepisna delka,langdgrad,lengdegrad,lengtegraad,pituusaste,bujur,经度,經度,経度,경도,lon wgs84,wgs84 lon,easting,rechtswert'
);

/** Names of columns of well-known text or binary, or of GeoJSON. */
const SHAPES = words(
	'wkt,geometry wkt,wkt geometry,wkt geom,geom wkt,geometry,geom,the geom,wkb,wkb geometry,ewkb,ewkt,geojson,geo json,geo shape,shape,st astext,st asgeojson,st asewkt,geometrie,geometria,геометрия'
);

/** Names of columns that hold both coordinates, and which of them comes first where the name says it. */
const PAIRS: Readonly<Record<string, 'latitude' | 'longitude' | null>> = {
	...named(
		'coordinates,coordinate,coords,coord,gps,gps coordinates,position,point,location,geolocation,geo,latlong,place coordinates,geo coordinates',
		null
	),
	...named(
		'koordinaten,coordonnees,coordenadas,coordinate geografiche,координаты,koordinat,koordinatlar,إحداثيات,احداثيات,الإحداثيات,wspołrzedne,souradnice,坐标,座標',
		null
	),
	...named(
		'latlon,latlng,lat lon,lat lng,lat long,latitude longitude,geo point 2d,geo point,lat and lon,широта долгота',
		'latitude'
	),
	...named('lonlat,lnglat,lon lat,lng lat,long lat,longitude latitude,долгота широта', 'longitude')
};

/** Those that name both coordinates, in their order. */
const ORDERED = Object.keys(PAIRS).filter((name) => PAIRS[name] !== null && name.includes(' '));

function words(list: string): readonly string[] {
	return list.split(',').map(plainName);
}

function named<T>(list: string, value: T): Record<string, T> {
	return Object.fromEntries(words(list).map((word) => [word, value]));
}

/** Which coordinate a column's name puts first: null where it does not say. */
export function firstByName(name: string): 'latitude' | 'longitude' | null {
	const plain = plainName(name);
	return PAIRS[plain] ?? PAIRS[pairWithin(plain) ?? ''] ?? null;
}

/**
 * The columns of places by their names: the latitude and the longitude that belong together, whole names before names that
 * have them as a word (`gps_lat`, `decimalLongitude`); -1 where there is no such pair.
 */
export function placeColumns(names: readonly string[]): PlaceColumns {
	const plain = names.map(plainName);
	const within = plain.flatMap((name, index) => (name in PAIRS || pairWithin(name) === undefined ? [] : [index]));
	const whole = [...SHAPES, ...Object.keys(PAIRS)].flatMap((candidate) => indexesOf(plain, candidate));
	const single = plain.map((name) => (pairWithin(name) === undefined ? name : ''));
	const latitudes = framesOf(single, LATITUDES);
	const longitudes = framesOf(single, LONGITUDES);
	const pairs = latitudes.flatMap((latitude) => {
		const longitude = longitudes.find(({ frame }) => frame === latitude.frame);
		return longitude ? [{ latitude, longitude }] : [];
	});
	const pair = pairs[0] ?? (latitudes[0] && longitudes[0] && { latitude: latitudes[0], longitude: longitudes[0] });
	return {
		others: pairs
			.filter(({ latitude: { frame } }, at) => pairs.findIndex((one) => one.latitude.frame === frame) === at)
			.slice(1)
			.map(({ latitude, longitude }) => [latitude.index, longitude.index]),
		latitude: (pair?.latitude ?? latitudes[0])?.index ?? -1,
		longitude: (pair?.longitude ?? longitudes[0])?.index ?? -1,
		whole: [...whole, ...within]
	};
}

/** The name of both coordinates in one that a longer name ends with: `center.latLng`. */
function pairWithin(plain: string): string | undefined {
	return ORDERED.find((candidate) => ` ${plain}`.endsWith(` ${candidate}`));
}

/** Columns whose name is, or has as its words, one of the candidates, with what the name has beside it. */
function framesOf(plain: readonly string[], candidates: readonly string[]): { index: number; frame: string }[] {
	const exact = candidates.flatMap((candidate) => indexesOf(plain, candidate).map((index) => ({ index, frame: '' })));
	// A single letter in a longer name says nothing.
	const long = candidates.filter((candidate) => candidate.length > 1);
	const within = plain.flatMap((name, index) => {
		const found = long.find((candidate) => candidate !== name && ` ${name} `.includes(` ${candidate} `));
		return found === undefined ? [] : [{ index, frame: ` ${name} `.replace(` ${found} `, ' * ') }];
	});
	return [...exact, ...within];
}

function indexesOf(names: readonly string[], wanted: string): number[] {
	return names.flatMap((name, index) => (name === wanted ? [index] : []));
}
