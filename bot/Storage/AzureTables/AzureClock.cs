using Azure.Core;
using Azure.Core.Pipeline;

namespace IntroBot.Storage.AzureTables;

/// <summary>Reads the date of every answer of an account.</summary>
internal sealed class AzureClock(StoreClock clock) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var asked = clock.Now;
        ProcessNext(message, pipeline);
        Read(message, asked);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var asked = clock.Now;
        await ProcessNextAsync(message, pipeline);
        Read(message, asked);
    }

    private void Read(HttpMessage message, DateTimeOffset asked)
    {
        if (message.Response.Headers.Date is { } theirs)
        {
            clock.Heard(theirs, asked);
        }
    }
}
