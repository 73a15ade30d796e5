using IntroBot;
using IntroBot.Operations;

var builder = Settings.Read(Errand.SettingsIn(args));
builder.AddIntroBot();
var app = builder.Build();
app.MapIntroBot();
return await app.RunOrExplainAsync(Errand.In(args));
