using IntroBot;
using IntroBot.Operations;

// Everything is read once, at the start: a watch over the folder of the settings would wake with every write to the store's file.
var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. Errand.SettingsIn(args)]);
builder.AddIntroBot();
var app = builder.Build();
app.MapIntroBot();
return await app.RunOrExplainAsync(Errand.In(args));
