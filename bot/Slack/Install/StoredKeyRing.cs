using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Xml.Linq;
using IntroBot.Platforms;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace IntroBot.Slack.Install;

/// <summary>
/// Keeps the keys that protect tokens in the store all instances share, sealed with a key derived from the app's client secret: access
/// to the store alone gives neither.
/// </summary>
internal sealed partial class StoredKeyRing(IKeyValueStore store, SlackOptions options, ILogger<StoredKeyRing> logger) : IXmlRepository
{
    private const string Collection = "slack.keys";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] seal = Derive(options, "IntroBot.Slack.KeyRing", 32);

    /// <summary>Tells the keys of this secret from those of another, and nothing about the secret.</summary>
    private readonly string mark = Convert.ToHexStringLower(Derive(options, "IntroBot.Slack.KeyRing.Mark", 8));

    /// <summary>How many keys there were when they were last looked at.</summary>
    private int found;

    // Data Protection asks while it starts and has no other way to ask than this.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var items = Task.Run(() => store.ListAsync(Collection, CancellationToken.None)).GetAwaiter().GetResult();
        XElement[] keys = [.. items.Select(Open).OfType<XElement>()];
        found = keys.Length;
        return new ReadOnlyCollection<XElement>(keys);
    }

    /// <summary>
    /// Two instances that see a key missing both make one, and would seal with what the other looks for only a day later. The place of a
    /// key is the number of those before it: the first to write has it,
    /// and the other, which looks again after this, goes on with the first one's.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        var key = $"{mark}-{found.ToString("D6", CultureInfo.InvariantCulture)}";
        Task.Run(() => store.AddAsync(Collection, key, Close(element), CancellationToken.None)).GetAwaiter().GetResult();
    }

    private static byte[] Derive(SlackOptions options, string purpose, int length) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.ClientSecret!), length, info: Encoding.UTF8.GetBytes(purpose));

    private string Close(XElement element)
    {
        var plain = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var (nonce, words, tag) = Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(seal, TagLength);
        aes.Encrypt(nonce.Span, plain, words.Span, tag.Span);
        return Convert.ToBase64String(sealedBytes);
    }

    /// <summary>Null for a key sealed with another secret: what it protected is lost, and the workspaces install the app again.</summary>
    private XElement? Open(StoredItem item)
    {
        try
        {
            var (nonce, words, tag) = Parts(Convert.FromBase64String(item.Text));
            var plain = new byte[words.Length];
            using var aes = new AesGcm(seal, TagLength);
            aes.Decrypt(nonce.Span, words.Span, tag.Span, plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            Log.Sealed(logger);
            return null;
        }
    }

    private static (Memory<byte> Nonce, Memory<byte> Words, Memory<byte> Tag) Parts(byte[] all) =>
        (all.AsMemory(0, NonceLength),
            all.AsMemory(NonceLength, all.Length - NonceLength - TagLength), all.AsMemory(all.Length - TagLength));

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Warning, "A key that protects Slack tokens was sealed with another Slack:ClientSecret and cannot be read.")]
        public static partial void Sealed(ILogger logger);
    }
}
