using IntroBot.Tests.Native;
using IntroBot.Tests.Storage.AzureTables;
using IntroBot.Tests.Storage.Tables;

await using var azurite = new Azurite();
await azurite.InitializeAsync();
bool[] kept =
[
    await Contract.PlayAsync(() => new SqliteFileContract()),
    await Contract.PlayAsync(() => new SqliteMemoryContract()),
    await Contract.PlayAsync(() => new AzureTablesContract(azurite)),
];
return kept.All(each => each) ? 0 : 1;
