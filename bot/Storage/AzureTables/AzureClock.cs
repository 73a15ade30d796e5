using Azure.Core;
using Azure.Core.Pipeline;

namespace IntroBot.Storage.AzureTables;

/// <summary>Measures clock skew by the Date header of every response of a storage account.</summary>
internal sealed class AzureClock(StoreClock clock) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var sentAt = clock.Now;
        ProcessNext(message, pipeline);
        Read(message, sentAt);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var sentAt = clock.Now;
        await ProcessNextAsync(message, pipeline);
        Read(message, sentAt);
    }

    private void Read(HttpMessage message, DateTimeOffset sentAt)
    {
        if (message.Response.Headers.Date is { } serverTime)
        {
            clock.Record(serverTime, sentAt);
        }
    }
}
