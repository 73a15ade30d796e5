namespace IntroBot.Tests;

/// <summary>A body that counts how much of it was read.</summary>
internal sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
{
    public int BytesRead { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        BytesRead += count;
        return count;
    }
}
