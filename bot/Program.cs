using IntroBot;
using IntroBot.Operations.Startup;

var builder = Settings.Read(MaintenanceCommand.SettingsIn(args));
builder.AddIntroBot();
var app = builder.Build();
app.MapIntroBot();
return await app.RunOrExplainAsync(MaintenanceCommand.In(args));
