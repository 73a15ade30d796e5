namespace IntroBot.Storage;

/// <summary>A file cannot be exported to or imported from; the message is one sentence that tells an administrator what to do.</summary>
public sealed class ExportUnusableException(string message, Exception? inner = null) : Exception(message, inner);
