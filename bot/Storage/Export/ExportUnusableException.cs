namespace IntroBot.Storage.Export;

/// <summary>A file cannot be written or read; the message is one sentence that tells an administrator what to do.</summary>
public sealed class ExportUnusableException(string message, Exception? inner = null) : Exception(message, inner);
