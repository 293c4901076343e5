// First step of every command. Plain JavaScript, for it has to run on a Node that is too old for all the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `This project needs Node 22.12 or newer and this is ${process.versions.node}: install a newer Node (on Linux, x64 or arm64, \`npm ci\` brings Node 24 along).`,
  );
  process.exit(1);
}
