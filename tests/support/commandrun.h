// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextStream>

namespace tests {

/// What a command of the terminal did: its exit code and what it wrote.
struct CommandRun
{
    int code = -1;
    QString out, err;
};

/// `auto run = runOf([&](QTextStream &out, QTextStream &err) { return app::runConvert(arguments, out, err); });`
template <class Command>
CommandRun runOf(Command command)
{
    CommandRun run;
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.code = command(out, err);
    return run;
}

} // namespace tests
