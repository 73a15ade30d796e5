// Preloaded into a peer: it goes when the tests go, even when they are killed.
process.stdin.resume().on('end', () => process.exit(0));
