using IntroBot;
using IntroBot.Operations;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddIntroBot();
var app = builder.Build();
app.MapIntroBot();
return await app.RunOrExplainAsync();
