// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/launchbar.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForTexts = 980; // px

}

LaunchBar::LaunchBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(tr("Launch"), TextRole::Title))
    , m_templates(make(new QPushButton(tr("Templates")), u"templates"_s, &LaunchBar::templatesRequested))
    , m_open(make(new QPushButton(icon(u"open"_s), {}), u"open"_s, &LaunchBar::openRequested))
    , m_form(new QPushButton(icon(u"sidebar"_s), {}))
    , m_problems(make(new QPushButton, u"problems"_s, &LaunchBar::problemsRequested))
    , m_compare(make(new QPushButton(icon(u"link"_s), {}), u"compare"_s, &LaunchBar::compareRequested))
    , m_sandbox(make(new QPushButton(icon(u"sandbox"_s), {}), u"trySandbox"_s, &LaunchBar::sandboxRequested))
    , m_dryRun(make(new QPushButton(icon(u"check"_s), {}), u"dryRun"_s, &LaunchBar::dryRunRequested))
    , m_launch(make(new QPushButton(icon(u"launch"_s), {}), u"launch"_s, &LaunchBar::launchRequested))
    , m_cancel(make(new QPushButton(tr("Cancel")), u"cancel"_s, &LaunchBar::cancelRequested))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_title);
    layout->addSpacing(space::m);
    for (QPushButton *button : {m_templates, m_open, m_form, m_problems})
        layout->addWidget(button);
    layout->addStretch();
    for (QPushButton *button : {m_cancel, m_compare, m_dryRun, m_sandbox, m_launch})
        layout->addWidget(button);
    m_form->setObjectName(u"toggleForm"_s);
    m_form->setCheckable(true);
    m_form->setChecked(true);
    m_form->setToolTip(tr("Show or hide the form (Ctrl+E)"));
    connect(m_form, &QPushButton::toggled, this, &LaunchBar::formToggled);
    setButtonRole(m_problems, ButtonRole::Flat);
    m_open->setToolTip(tr("Open a YAML file"));
    m_problems->setToolTip(tr("Go to the next problem (F8)"));
    m_sandbox->setToolTip(tr("Launch the same text in the sandbox of this machine"));
    setButtonRole(m_launch, ButtonRole::Primary);
    fitTexts();
    refresh();
}

QPushButton *LaunchBar::make(QPushButton *button, const QString &name, void (LaunchBar::*signal)())
{
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

/// Where there is little room, icons and tool tips say it.
void LaunchBar::fitTexts()
{
    const bool narrow = width() < roomForTexts;
    m_title->setVisible(!narrow);
    const auto say = [narrow](QPushButton *button, const QString &text) {
        button->setText(narrow ? QString() : text);
        button->setAccessibleName(text);
    };
    say(m_open, tr("Open…"));
    say(m_form, tr("Form"));
    say(m_compare, tr("Compare"));
    say(m_dryRun, tr("Dry run"));
    say(m_sandbox, tr("Try in the sandbox"));
}

void LaunchBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTexts();
}

void LaunchBar::setSandboxOffered(bool offered)
{
    m_sandboxOffered = offered;
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

bool LaunchBar::isFormShown() const { return m_form->isChecked(); }

void LaunchBar::setFormOffered(bool offered) { m_form->setVisible(offered); }

void LaunchBar::clickForm()
{
    if (m_form->isVisible())
        m_form->toggle();
}

void LaunchBar::clickLaunch() { m_launch->click(); }

void LaunchBar::clickDryRun() { m_dryRun->click(); }

void LaunchBar::clickCompare() { m_compare->click(); }

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
    m_compare->setEnabled(connected && !m_busy && !m_empty);
    m_compare->setToolTip(connected ? tr("What applying the text would change on the cluster (Ctrl+Shift+D)")
                                    : tr("Connect to a cluster first"));
    m_sandbox->setVisible(m_sandboxOffered);
    m_sandbox->setEnabled(!m_busy && !m_empty);
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
