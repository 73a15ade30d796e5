namespace IntroBot.Benchmark;

/// <summary>A quarter of a core, as a small container has it: a control group of the kernel, which only root may make.</summary>
internal sealed class Quarter : IDisposable
{
    private const string Quota = "25000";
    private const string Period = "100000";
    private readonly string group;

    private Quarter(string group) => this.group = group;

    /// <summary>Words before a command that bring it into the group, with whatever it starts.</summary>
    public string[] Prefix => ["sh", "-c", $"echo $$ > {group}/cgroup.procs && exec \"$@\"", "sh"];

    /// <summary>Null where none can be made.</summary>
    public static Quarter? TryMake()
    {
        var isFirstVersion = Directory.Exists("/sys/fs/cgroup/cpu");
        var group = $"{(isFirstVersion ? "/sys/fs/cgroup/cpu" : "/sys/fs/cgroup")}/introbot-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(group);
            if (isFirstVersion) File.WriteAllText($"{group}/cpu.cfs_quota_us", Quota);
            else File.WriteAllText($"{group}/cpu.max", $"{Quota} {Period}");
            return new Quarter(group);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => Directory.Delete(group);
}
