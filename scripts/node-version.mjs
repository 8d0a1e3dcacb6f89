// Imported first, for its effect: says so when this Node is too old to run the rest.
const version = process.versions.node;
const [major, minor] = version.split('.').map(Number);

if (major < 20) {
  console.error(`Trust Region Playground needs Node 20 or newer; this is Node ${version}.`);
  process.exit(1);
}
if (major === 20 && minor < 19) {
  console.error(`Trust Region Playground is tried with Node 20.19 and newer; this is Node ${version}. Carrying on.`);
}
