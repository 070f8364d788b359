import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { words } from '../../words';

/** A part that can't be drawn (or loaded) says so and offers another try; the rest stays. */
export class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <p>{words.PANE.crashed}</p>
        {/* What was kept of a failed load goes with the page. */}
        <Button onClick={() => location.reload()}>{words.PANE.tryAgain}</Button>
      </div>
    );
  }
}
