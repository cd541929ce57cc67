// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/launchbar.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace views {

using namespace Qt::StringLiterals;

LaunchBar::LaunchBar(QWidget *parent)
    : QWidget(parent)
    , m_templates(new QPushButton(tr("Templates")))
    , m_open(new QPushButton(tr("Open…")))
    , m_problems(new QPushButton)
    , m_dryRun(new QPushButton(icon(u"check"_s), tr("Dry run")))
    , m_launch(new QPushButton(icon(u"launch"_s), {}))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(new Label(tr("Launch"), TextRole::Title));
    layout->addSpacing(space::m);
    layout->addWidget(m_templates);
    layout->addWidget(m_open);
    layout->addWidget(m_problems);
    layout->addStretch();
    layout->addWidget(m_cancel);
    layout->addWidget(m_dryRun);
    layout->addWidget(m_launch);
    m_templates->setObjectName(u"templates"_s);
    m_problems->setObjectName(u"problems"_s);
    m_dryRun->setObjectName(u"dryRun"_s);
    m_launch->setObjectName(u"launch"_s);
    setButtonRole(m_problems, ButtonRole::Flat);
    m_problems->setToolTip(tr("Go to the next problem (F8)"));
    setButtonRole(m_launch, ButtonRole::Primary);
    connect(m_templates, &QPushButton::clicked, this, &LaunchBar::templatesRequested);
    connect(m_open, &QPushButton::clicked, this, &LaunchBar::openRequested);
    connect(m_problems, &QPushButton::clicked, this, &LaunchBar::problemsRequested);
    connect(m_dryRun, &QPushButton::clicked, this, &LaunchBar::dryRunRequested);
    connect(m_launch, &QPushButton::clicked, this, &LaunchBar::launchRequested);
    connect(m_cancel, &QPushButton::clicked, this, &LaunchBar::cancelRequested);
    refresh();
}

void LaunchBar::setTarget(const QString &context, const QString &ns)
{
    m_context = context;
    m_namespace = ns;
    refresh();
}

void LaunchBar::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void LaunchBar::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void LaunchBar::setProblems(int errors, int warnings)
{
    m_errors = errors;
    m_warnings = warnings;
    refresh();
}

void LaunchBar::setEmpty(bool empty)
{
    m_empty = empty;
    refresh();
}

void LaunchBar::clickLaunch() { m_launch->click(); }

void LaunchBar::clickDryRun() { m_dryRun->click(); }

QString LaunchBar::problemText() const
{
    if (m_errors > 0)
        return m_errors == 1 ? tr("1 problem") : tr("%1 problems").arg(m_errors);
    if (m_warnings > 0)
        return m_warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(m_warnings);
    return tr("No problems");
}

void LaunchBar::refresh()
{
    const bool connected = !m_context.isEmpty();
    const QString target = m_namespace.isEmpty() ? m_context : u"%1/%2"_s.arg(m_context, m_namespace);
    m_launch->setText(connected ? tr("Launch in %1").arg(target).replace(u'&', u"&&"_s) : tr("Launch"));
    m_cancel->setVisible(m_busy);
    m_dryRun->setEnabled(connected && !m_busy && !m_empty);
    // Errors do not disable the button: the rules may be wrong about this cluster, and its answer is better than ours.
    m_launch->setEnabled(connected && !m_busy && !m_empty && !m_readOnly);
    m_launch->setToolTip(!connected       ? tr("Connect to a cluster first")
                             : m_readOnly ? tr("This context is read-only")
                                          : tr("Create what the text describes (Ctrl+Return)"));
    m_dryRun->setToolTip(
        connected ? tr("Ask the server whether it would take the text; nothing is created (Ctrl+Shift+Return)")
                  : tr("Connect to a cluster first"));
    const int count = m_errors + m_warnings;
    m_problems->setVisible(!m_empty || count > 0);
    m_problems->setEnabled(count > 0);
    m_problems->setText(problemText());
    m_problems->setIcon(icon(m_errors > 0 ? u"cross"_s : m_warnings > 0 ? u"warning"_s : u"check"_s));
}

} // namespace views
